package jp.kyosei.backend.tenancy;

/**
 * Which notes somebody sees in an owner.
 *
 * @param self their own they see always
 * @param council whether they see what is kept between committee and secretariat (委員と事務局)
 * @param members whether they see what is shown to the municipalities that take part (構成市町)
 */
public record DiscussionSight(PersonId self, boolean council, boolean members) {}
