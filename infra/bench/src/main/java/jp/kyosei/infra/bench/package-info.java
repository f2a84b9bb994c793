/** Benchmarks: they print what they measure and assert nothing. */
@NullMarked
package jp.kyosei.infra.bench;

import org.jspecify.annotations.NullMarked;
