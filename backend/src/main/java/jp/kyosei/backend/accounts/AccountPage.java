package jp.kyosei.backend.accounts;

import java.util.List;

/**
 * Some of an owner's people.
 *
 * @param total how many there are in all
 */
public record AccountPage(int total, List<Account> accounts) {
    public AccountPage {
        accounts = List.copyOf(accounts);
    }
}
