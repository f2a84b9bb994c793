/**
 * Who a Keycloak subject is in the product's database, and which roles it holds at this moment. The token only
 * says who; roles are read here for every request, so a role taken away is gone with the next one.
 */
@NullMarked
package jp.kyosei.backend.identity;

import org.jspecify.annotations.NullMarked;
