package jp.kyosei.backend.accounts.operator;

/**
 * An operator who was just registered.
 *
 * @param username what to type at the login
 * @param password good once; empty where a link for the password was mailed
 */
public record NewOperator(String username, String password) {
    /** Never shows the password. */
    @Override
    public String toString() {
        return username;
    }
}
