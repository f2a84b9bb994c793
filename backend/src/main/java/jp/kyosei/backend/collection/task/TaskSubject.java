package jp.kyosei.backend.collection.task;

import java.util.Optional;
import java.util.UUID;
import jp.kyosei.backend.indicator.IndicatorId;
import jp.kyosei.backend.plan.InitiativeId;
import jp.kyosei.backend.plan.SectionId;

/**
 * What a task of a round asks for. States, days, approval, locks, notices and history hang on the task and do not look
 * inside; what they need to know of a kind, its {@link SubjectsOfKind} says.
 */
public sealed interface TaskSubject {
    Kind kind();

    /** The id of what it is about: an indicator's, a section's or an initiative's. */
    UUID id();

    /** The indicator that it is about; none for what is said of a section or an initiative. */
    default Optional<IndicatorId> indicator() {
        return switch (this) {
            case FigureOf(IndicatorId indicator) -> Optional.of(indicator);
            case IndicatorGradeOf(IndicatorId indicator) -> Optional.of(indicator);
            case SectionTextOf text -> Optional.empty();
            case SectionGradeOf grade -> Optional.empty();
            case CostsOf costs -> Optional.empty();
        };
    }

    static TaskSubject of(Kind kind, UUID id) {
        return switch (kind) {
            case FIGURE -> new FigureOf(new IndicatorId(id));
            case INDICATOR_GRADE -> new IndicatorGradeOf(new IndicatorId(id));
            case SECTION_TEXT -> new SectionTextOf(new SectionId(id));
            case SECTION_GRADE -> new SectionGradeOf(new SectionId(id));
            case COSTS -> new CostsOf(new InitiativeId(id));
        };
    }

    /** A figure of an indicator, with its narrative. */
    record FigureOf(IndicatorId indicatorId) implements TaskSubject {
        @Override
        public Kind kind() {
            return Kind.FIGURE;
        }

        @Override
        public UUID id() {
            return indicatorId.value();
        }
    }

    /** A grade that a person gives an indicator beside the computed one. */
    record IndicatorGradeOf(IndicatorId indicatorId) implements TaskSubject {
        @Override
        public Kind kind() {
            return Kind.INDICATOR_GRADE;
        }

        @Override
        public UUID id() {
            return indicatorId.value();
        }
    }

    /** What a department writes of a section (施策の実績・方向性). */
    record SectionTextOf(SectionId section) implements TaskSubject {
        @Override
        public Kind kind() {
            return Kind.SECTION_TEXT;
        }

        @Override
        public UUID id() {
            return section.value();
        }
    }

    /** A grade that a person gives a section. */
    record SectionGradeOf(SectionId section) implements TaskSubject {
        @Override
        public Kind kind() {
            return Kind.SECTION_GRADE;
        }

        @Override
        public UUID id() {
            return section.value();
        }
    }

    /** The costs of an initiative (決算額). */
    record CostsOf(InitiativeId initiative) implements TaskSubject {
        @Override
        public Kind kind() {
            return Kind.COSTS;
        }

        @Override
        public UUID id() {
            return initiative.value();
        }
    }

    /** The kinds of what is asked, in the words of notices and refusals; the database knows them by these names. */
    enum Kind {
        FIGURE("指標", "実績", "実績と評価文", "実績か、把握できない理由を入力してください。", "実績の欄が空です。数値か、把握できない理由を入力してください。"),
        SECTION_TEXT("施策", "施策の実績・方向性", "施策の実績・方向性", "施策の実績・方向性を入力してください。", "施策の実績・方向性の欄が空です。文を入力してください。"),
        INDICATOR_GRADE("指標", "評価", "評価とその理由", "評価とその理由を入力してください。", "評価の欄が空です。評価とその理由を入力してください。"),
        SECTION_GRADE("施策", "評価", "評価とその理由", "評価とその理由を入力してください。", "評価の欄が空です。評価とその理由を入力してください。"),
        COSTS("取組", "事業費", "事業費", "事業費を入力してください。", "事業費の欄が空です。金額か、未定であることを入力してください。");

        private final String thing;
        private final String matter;
        private final String answer;
        private final String begin;
        private final String empty;

        Kind(String thing, String matter, String answer, String begin, String empty) {
            this.thing = thing;
            this.matter = matter;
            this.answer = answer;
            this.begin = begin;
            this.empty = empty;
        }

        /** What the tasks are counted by, as 「指標」 in 「指標（4件）」. */
        public String thing() {
            return thing;
        }

        /** What is handed in, as 「実績」 in 「実績が提出されました」. */
        public String matter() {
            return matter;
        }

        /** All that is entered for it. */
        String answer() {
            return answer;
        }

        /** What to do where nothing has been entered. */
        public String begin() {
            return begin;
        }

        /** What to do where a task has begun, but nothing stands there. */
        public String empty() {
            return empty;
        }
    }
}
