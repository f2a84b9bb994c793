package jp.kyosei.backend.api.web;

import io.micronaut.core.bind.annotation.Bindable;
import io.swagger.v3.oas.annotations.Parameter;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The {@link jp.kyosei.backend.tenancy.Actor} who calls: the subject of the token, with the roles that it holds in the
 * database at this moment. No part of what a client sends, so no parameter in the description of the contract.
 */
@Documented
@Bindable
@Parameter(hidden = true)
@Target(ElementType.PARAMETER)
@Retention(RetentionPolicy.RUNTIME)
public @interface Caller {}
