/**
 * Mail: what happened is posted as a notice in the transaction in which it happens, so that nothing is announced that did
 * not happen and nothing that happened is forgotten. Later a dispatcher in a context of its own finds the addressees,
 * writes one letter to each and sends it by SMTP. Everybody chooses which kinds they want.
 */
@NullMarked
package jp.kyosei.backend.mail;

import org.jspecify.annotations.NullMarked;
