package jp.kyosei.backend.api.web;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A body in which a field that it has not is refused. Where all fields may be left out, one that is misspelled would otherwise
 * change nothing, without a word.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface NothingElse {}
