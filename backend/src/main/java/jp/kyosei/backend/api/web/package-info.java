/** What every route shares: who calls, how bodies and addresses are read, how answers, versions and problems are written. */
@NullMarked
package jp.kyosei.backend.api.web;

import org.jspecify.annotations.NullMarked;
