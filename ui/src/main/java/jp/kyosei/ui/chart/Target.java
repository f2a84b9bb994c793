package jp.kyosei.ui.chart;

import java.math.BigDecimal;

/**
 * What is aimed at.
 *
 * @param text the figure as people read it: 367,700
 * @param label when: 目標 R5
 */
public record Target(BigDecimal value, String text, String label) {}
