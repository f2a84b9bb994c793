/** Bringing files in (取込): choosing one, correcting how its columns were understood, looking at what would change, applying. */
@NullMarked
package jp.kyosei.ui.importing;

import org.jspecify.annotations.NullMarked;
