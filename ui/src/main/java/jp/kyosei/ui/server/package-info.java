/**
 * Puts Vaadin into the Tomcat that Micronaut runs: the servlet, its web sockets, the filters in front of it, and the
 * instantiator that makes every view a Micronaut bean. The routes come from Micronaut's bean metadata; no class path is
 * scanned.
 */
@NullMarked
package jp.kyosei.ui.server;

import org.jspecify.annotations.NullMarked;
