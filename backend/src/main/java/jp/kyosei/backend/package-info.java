/** The backend of Kyosei: a modular monolith, one package per feature. */
@NullMarked
package jp.kyosei.backend;

import org.jspecify.annotations.NullMarked;
