@NullMarked
package jp.kyosei.backend.workbook;

import org.jspecify.annotations.NullMarked;
