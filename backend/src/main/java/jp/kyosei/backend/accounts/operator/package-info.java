/** Makes operators of the service from the command line, where there is none yet who could be asked. */
@NullMarked
package jp.kyosei.backend.accounts.operator;

import org.jspecify.annotations.NullMarked;
