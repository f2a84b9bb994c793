package jp.kyosei.backend.evaluation;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * One band of a threshold grading.
 *
 * @param atLeastPercent the lower bound in percent, included; none for the last band, which takes the rest
 * @param meaning as it is explained, such as 80〜99%
 * @param tone a key for the colour, {@code A} to {@code D}; the label always stands beside the colour
 */
public record Band(String label, @Nullable BigDecimal atLeastPercent, String meaning, String tone) {}
