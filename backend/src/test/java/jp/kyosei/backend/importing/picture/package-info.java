@NullMarked
package jp.kyosei.backend.importing.picture;

import org.jspecify.annotations.NullMarked;
