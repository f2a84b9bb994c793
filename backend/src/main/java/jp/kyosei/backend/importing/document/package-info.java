/**
 * A whole plan with everything recorded of it: as JSON has it ({@link jp.kyosei.backend.importing.document.PlanDocument}), as it
 * is understood ({@link jp.kyosei.backend.importing.document.WholePlan}), checked, and written all or nothing.
 */
@NullMarked
package jp.kyosei.backend.importing.document;

import org.jspecify.annotations.NullMarked;
