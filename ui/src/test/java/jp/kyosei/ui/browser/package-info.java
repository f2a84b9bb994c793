/**
 * The whole product in a real browser: what people see, by mouse, by keyboard, on narrow screens, and what they must not
 * see. One chromium for all tests, a fresh context for each.
 */
@NullMarked
package jp.kyosei.ui.browser;

import org.jspecify.annotations.NullMarked;
