/** 運用: the operator's screens: owners with their states and sizes, registering new ones. No plan of any is seen here. */
@NullMarked
package jp.kyosei.ui.operator;

import org.jspecify.annotations.NullMarked;
