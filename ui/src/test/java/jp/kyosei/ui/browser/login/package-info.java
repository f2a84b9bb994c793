/** Who gets in, and what is said to those who do not: login, logout, logins that end, addresses that lead nowhere. */
@NullMarked
package jp.kyosei.ui.browser.login;

import org.jspecify.annotations.NullMarked;
