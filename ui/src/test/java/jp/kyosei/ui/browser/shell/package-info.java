/** The frame around every screen. */
@org.jspecify.annotations.NullMarked
package jp.kyosei.ui.browser.shell;
