/** The public register of prefectures and municipalities (全国地方公共団体コード), which says nothing of who uses Kyosei. */
@NullMarked
package jp.kyosei.backend.owners.register;

import org.jspecify.annotations.NullMarked;
