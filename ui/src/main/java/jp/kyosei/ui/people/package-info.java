/** 利用者: who uses the service for an owner, for its administrator. */
@NullMarked
package jp.kyosei.ui.people;

import org.jspecify.annotations.NullMarked;
