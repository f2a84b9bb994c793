package jp.kyosei.backend.collection.step;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import java.util.UUID;
import jp.kyosei.backend.StoredRows;
import jp.kyosei.backend.collection.task.CollectionTask;
import jp.kyosei.backend.collection.task.TaskKey;
import jp.kyosei.backend.collection.task.TaskSubject;
import jp.kyosei.backend.indicator.Indicator;
import jp.kyosei.backend.indicator.IndicatorService;
import jp.kyosei.backend.plan.InitiativeId;
import jp.kyosei.backend.plan.Section;
import jp.kyosei.backend.tenancy.MunicipalityCode;
import org.junit.jupiter.api.Test;

/** What the database holds of whatever a round asks for. */
class TaskSubjectStoredTest extends TaskSubjectCase {
    @Test
    void every_kind_of_subject_is_stored_and_read_as_it_was() {
        Indicator indicator = indicatorOf(HIRAIZUMI);
        Section section = content.section("2").orElseThrow();
        List<TaskSubject> subjects = List.of(
                new TaskSubject.IndicatorGradeOf(indicator.id()),
                new TaskSubject.SectionTextOf(section.id()),
                new TaskSubject.SectionGradeOf(section.id()),
                new TaskSubject.CostsOf(new InitiativeId(
                        UUID.fromString(value("""
                        select i.id from kyosei.initiative i join kyosei.plan_version v on v.id = i.plan_version_id
                        where v.plan_id = '%s' limit 1""".formatted(content.plan().id().value()))))));

        subjects.forEach(subject -> ask(subject, HIRAIZUMI, false));

        assertThat(subjects).extracting(TaskSubject::kind).doesNotContain(TaskSubject.Kind.FIGURE);
        assertThat(all()).extracting(CollectionTask::subject).containsAll(subjects);
        assertThat(all())
                .extracting(CollectionTask::key)
                .doesNotHaveDuplicates()
                .contains(new TaskKey(new TaskSubject.FigureOf(indicator.id()), HIRAIZUMI));
    }

    @Test
    void the_database_takes_no_subject_that_is_not_of_its_kind() {
        assertThatExceptionOfType(IllegalStateException.class)
                .isThrownBy(() -> StoredRows.write(
                        backend,
                        """
                        insert into kyosei.collection_task (owner_id, round_id, subject_kind, section_id, municipality_code,
                                                            due_on, needs_approval, state)
                        values (?, ?, 'COSTS', ?, ?, now(), false, 'DRAFT')""",
                        owner().value(),
                        round.id(),
                        content.section("2").orElseThrow().id().value(),
                        ICHINOSEKI.value()))
                .havingCause()
                .withMessageContaining("collection_task_subject_is_of_its_kind");
    }

    @Test
    void a_copy_of_the_application_of_before_asks_for_figures_as_it_did() {
        Indicator indicator = indicatorOf(ICHINOSEKI);

        StoredRows.write(
                backend, """
                insert into kyosei.collection_task (owner_id, round_id, indicator_id, municipality_code,
                                                    department_owner_id, department_id, due_on, needs_approval, state)
                values (?, ?, ?, ?, null, null, now(), false, 'NOT_STARTED')""", owner().value(), round.id(), indicator.id().value(), HIRAIZUMI.value());

        assertThat(task(new TaskKey(new TaskSubject.FigureOf(indicator.id()), HIRAIZUMI))
                        .indicator())
                .isEqualTo(indicator.id());
    }

    /** An indicator that no other town reports. */
    private static Indicator indicatorOf(MunicipalityCode town) {
        return door().read(secretariat(), () -> backend.bean(IndicatorService.class).indicatorsWithin(content).stream()
                .filter(indicator -> indicator.reporters().size() == 1
                        && indicator.reporters().getFirst().municipality().equals(town))
                .findFirst()
                .orElseThrow());
    }
}
