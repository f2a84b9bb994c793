/** People of the service: registering them, where their mail goes, and the roles that they hold in owners. */
@NullMarked
package jp.kyosei.backend.people;

import org.jspecify.annotations.NullMarked;
