package jp.kyosei.backend.mail;

/**
 * How far a notice to a desk comes.
 *
 * @param already whether it was posted before, so that it is not sent again
 * @param reached how many people get a letter
 * @param switchedOff how many more would, had they not switched its kind off
 * @param withoutAddress how many hold a role there and have no mail address
 */
public record Reach(boolean already, int reached, int switchedOff, int withoutAddress) {
    /** Whether nobody is there who can be written to, so that the secretariat is told. */
    public boolean isNobody() {
        return reached == 0 && switchedOff == 0;
    }

    /** Whether all who are there have switched its kind off. */
    public boolean isSwitchedOff() {
        return reached == 0 && switchedOff > 0;
    }
}
