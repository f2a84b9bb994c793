package jp.kyosei.ui.home;

import jp.kyosei.ui.plan.PlanAddress;

/**
 * Something that waits for the person.
 *
 * @param urgency the lower, the sooner; what is equal stays in the order of plans
 * @param href where it is done, below the application's address as {@link PlanAddress} says it
 * @param words what the button says, with the number
 * @param about what it belongs to, and by when
 */
record NextStep(int urgency, String href, String words, String about) {}
