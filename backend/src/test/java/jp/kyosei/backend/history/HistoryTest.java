package jp.kyosei.backend.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jp.kyosei.backend.DemonstrationUser;
import jp.kyosei.backend.RunningBackend;
import jp.kyosei.backend.audit.AuditEntry;
import jp.kyosei.backend.audit.SubjectKind;
import jp.kyosei.backend.audit.TrailFilter;
import jp.kyosei.backend.audit.TrailFilter.Matter;
import jp.kyosei.backend.clock.JapanTime;
import jp.kyosei.backend.tenancy.Actor;
import jp.kyosei.backend.tenancy.ForbiddenException;
import jp.kyosei.backend.tenancy.NotFoundException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class HistoryTest {
    private static final String STRATEGY = "mine-strategy-2";
    private static final RunningBackend BACKEND = RunningBackend.get();
    private static final HistoryService HISTORY = BACKEND.bean(HistoryService.class);

    @ParameterizedTest
    @EnumSource(Matter.class)
    void a_matter_asked_for_gives_its_changes_and_no_others(Matter matter) {
        Set<String> codes = matter.kinds().stream().map(SubjectKind::code).collect(Collectors.toSet());
        List<String> all = ids(all(TrailFilter.ALL).stream()
                .filter(entry -> codes.contains(entry.subjectKind()))
                .toList());
        assertThat(ids(all(new TrailFilter(null, null, matter, null, null)))).isEqualTo(all);
    }

    @Test
    void every_kind_of_thing_belongs_to_one_matter() {
        assertThat(Stream.of(Matter.values()).flatMap(matter -> matter.kinds().stream()))
                .containsExactlyInAnyOrder(SubjectKind.values());
    }

    @Test
    void days_are_days_in_japan_from_the_first_hour_to_the_last() {
        for (AuditEntry entry : all(TrailFilter.ALL).subList(0, 3)) {
            LocalDate day = entry.at().atZone(JapanTime.ZONE).toLocalDate();
            assertThat(ids(all(new TrailFilter(null, null, null, day, day)))).contains(id(entry));
            assertThat(ids(all(new TrailFilter(null, null, null, day.plusDays(1), null))))
                    .doesNotContain(id(entry));
            assertThat(ids(all(new TrailFilter(null, null, null, null, day.minusDays(1)))))
                    .doesNotContain(id(entry));
        }
    }

    @Test
    void one_indicators_changes_of_one_person_are_found_together() {
        AuditEntry some =
                all(new TrailFilter(null, null, Matter.FIGURES, null, null)).getFirst();
        History whole = HISTORY.ofPlan(mine(), STRATEGY, null, TrailFilter.ALL, 0, 1);
        String no =
                Objects.requireNonNull(whole.indicators().get(some.indicator())).no();
        TrailFilter filter = new TrailFilter(null, some.personName(), Matter.FIGURES, null, null);
        assertThat(HISTORY.ofPlan(mine(), STRATEGY, no, filter, 0, HistoryService.MOST)
                        .entries())
                .isNotEmpty()
                .allSatisfy(entry -> {
                    assertThat(entry.indicator()).isEqualTo(some.indicator());
                    assertThat(entry.personName()).isEqualTo(some.personName());
                });
        assertThat(HISTORY.peopleOfPlan(mine(), STRATEGY)).contains(some.personName());
    }

    @Test
    void pages_of_what_is_asked_follow_each_other_without_a_gap() {
        TrailFilter figures = new TrailFilter(null, null, Matter.FIGURES, null, null);
        List<AuditEntry> whole = all(figures);
        History second = HISTORY.ofPlan(mine(), STRATEGY, null, figures, 5, 5);
        assertThat(ids(second.entries())).isEqualTo(ids(whole.subList(5, 10)));
        assertThat(second.more()).isTrue();
    }

    @Test
    void towns_are_told_by_their_names() {
        History figures =
                HISTORY.ofPlan(mine(), STRATEGY, null, new TrailFilter(null, null, Matter.FIGURES, null, null), 0, 50);
        assertThat(figures.entries())
                .extracting(entry -> figures.towns().in(entry.subjectId()))
                .noneMatch(words -> words.matches(".*[0-9]{6}.*"))
                .anyMatch(words -> words.contains("美祢市"));
        TownNames names = new TownNames(Map.of("034029", "平泉町"));
        assertThat(names.in("R5 034029")).isEqualTo("R5 平泉町");
        assertThat(names.in("034029 平泉町")).isEqualTo("平泉町");
        assertThat(names.in("1034029 99034029")).isEqualTo("1034029 99034029");
        assertThat(names.in("032093")).isEqualTo("032093");
    }

    @Test
    void who_has_changed_something_is_told_to_those_who_may_read_it() {
        assertThatThrownBy(() -> HISTORY.peopleOfPlan(BACKEND.user(DemonstrationUser.DAISEN), STRATEGY))
                .isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> HISTORY.peopleOfPlan(BACKEND.user(DemonstrationUser.MINE_STAFF), STRATEGY))
                .isInstanceOf(ForbiddenException.class);
    }

    private static List<AuditEntry> all(TrailFilter filter) {
        List<AuditEntry> entries = new ArrayList<>();
        for (int offset = 0; ; offset += HistoryService.MOST) {
            History page = HISTORY.ofPlan(mine(), STRATEGY, null, filter, offset, HistoryService.MOST);
            entries.addAll(page.entries());
            if (!page.more()) {
                return entries;
            }
        }
    }

    private static List<String> ids(List<AuditEntry> entries) {
        return entries.stream().map(HistoryTest::id).toList();
    }

    private static String id(AuditEntry entry) {
        @Nullable Object indicator = entry.indicator();
        return "%s %s %s %s".formatted(entry.at(), entry.action(), entry.subjectId(), indicator);
    }

    private static Actor mine() {
        return BACKEND.user(DemonstrationUser.MINE);
    }
}
