/** 団体の設定: departments, members of an alliance with their contacts, and access for help, for an owner's admin. */
@NullMarked
package jp.kyosei.ui.settings;

import org.jspecify.annotations.NullMarked;
