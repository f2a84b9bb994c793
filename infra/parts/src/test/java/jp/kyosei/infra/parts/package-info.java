@NullMarked
package jp.kyosei.infra.parts;

import org.jspecify.annotations.NullMarked;
