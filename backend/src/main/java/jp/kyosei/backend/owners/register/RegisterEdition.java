package jp.kyosei.backend.owners.register;

import java.time.LocalDate;

/**
 * Which edition of the public register is in the product.
 *
 * @param asOf the day of which it is
 * @param source where it is from
 */
public record RegisterEdition(LocalDate asOf, String source) {}
