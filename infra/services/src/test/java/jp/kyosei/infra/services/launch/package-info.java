/** Both ways of starting the services do the same. */
@NullMarked
package jp.kyosei.infra.services.launch;

import org.jspecify.annotations.NullMarked;
