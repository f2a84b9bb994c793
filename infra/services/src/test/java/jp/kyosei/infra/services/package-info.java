/** Both ways of starting the services do the same. */
@NullMarked
package jp.kyosei.infra.services;

import org.jspecify.annotations.NullMarked;
