package jp.kyosei.backend.evaluation;

/** With how many decimals the change on last year (対前年) is printed: the indicator's own, or whole numbers. */
public enum ChangeDigits {
    OWN,
    WHOLE
}
