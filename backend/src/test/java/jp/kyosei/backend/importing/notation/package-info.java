@NullMarked
package jp.kyosei.backend.importing.notation;

import org.jspecify.annotations.NullMarked;
