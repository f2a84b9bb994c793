@NullMarked
package jp.kyosei.backend.report;

import org.jspecify.annotations.NullMarked;
