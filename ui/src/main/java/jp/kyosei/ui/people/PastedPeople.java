package jp.kyosei.ui.people;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import jp.kyosei.backend.accounts.InvitationProblem;
import jp.kyosei.backend.accounts.NewInvitation;
import jp.kyosei.backend.tenancy.Role;

/**
 * A list that was pasted from a spreadsheet: 氏名, メールアドレス, 担当課, 権限 in this order, a line each, with tabs or commas
 * between. A first line that names the columns is passed over.
 *
 * @param people in the order of the lines
 * @param problems with roles that nobody knows; the line counts people from 1
 */
record PastedPeople(List<NewInvitation> people, List<InvitationProblem> problems) {
    private static final String BETWEEN_ROLES = "[、，・/／;；]|\\s+";

    PastedPeople {
        people = List.copyOf(people);
        problems = List.copyOf(problems);
    }

    static PastedPeople of(String text) {
        List<NewInvitation> people = new ArrayList<>();
        List<InvitationProblem> problems = new ArrayList<>();
        for (String line : text.lines().filter(one -> !one.isBlank()).toList()) {
            String[] cells = line.split(line.contains("\t") ? "\t" : "[,，]", -1);
            if (people.isEmpty() && cell(cells, 0).equals("氏名")) {
                continue;
            }
            Set<Role> roles = EnumSet.noneOf(Role.class);
            for (String word : cell(cells, 3).split(BETWEEN_ROLES, -1)) {
                Optional<Role> role = role(word);
                role.ifPresent(roles::add);
                if (role.isEmpty() && !word.isBlank()) {
                    problems.add(new InvitationProblem(
                            people.size() + 1, "roles", "「%s」という権限はありません。下の一覧にある言葉で書いてください。".formatted(word)));
                }
            }
            people.add(new NewInvitation(cell(cells, 1), cell(cells, 0), cell(cells, 2), roles));
        }
        return new PastedPeople(people, problems);
    }

    private static String cell(String[] cells, int place) {
        return place < cells.length ? cells[place].replace('　', ' ').strip() : "";
    }

    private static Optional<Role> role(String word) {
        return Arrays.stream(Role.values())
                .filter(role -> role.label().equals(word.strip()))
                .findFirst();
    }
}
