package jp.kyosei.backend.vision;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jp.kyosei.backend.audit.AuditService;
import jp.kyosei.backend.audit.Change;
import jp.kyosei.backend.audit.Deed;
import jp.kyosei.backend.audit.SubjectKind;
import jp.kyosei.backend.discussion.Note;
import jp.kyosei.backend.discussion.NoteId;
import jp.kyosei.backend.discussion.NoteKind;
import jp.kyosei.backend.discussion.thread.NoteReading;
import jp.kyosei.backend.plan.Plan;
import jp.kyosei.backend.plan.PlanContent;
import jp.kyosei.backend.plan.PlanService;
import jp.kyosei.backend.tenancy.AccessPolicy;
import jp.kyosei.backend.tenancy.Actor;
import jp.kyosei.backend.tenancy.ForbiddenException;
import jp.kyosei.backend.tenancy.NotFoundException;
import jp.kyosei.backend.tenancy.RefusedException;
import jp.kyosei.backend.tenancy.StaleException;
import jp.kyosei.backend.tenancy.TenantDoor;
import jp.kyosei.backend.tenancy.TypedText;
import jp.kyosei.backend.text.TextKind;
import org.jspecify.annotations.Nullable;

/**
 * Keeps themes and phrases. Read by committee and secretariat, for a phrase may be quoted from what is kept between them;
 * changed by the secretariat. As with notes, no quoted word enters the audit trail.
 */
@Singleton
public class VisionService {

    private final PlanService plans;
    private final NoteReading discussion;
    private final ThemeRepository themes;
    private final PhraseRepository phrases;
    private final AuditService audit;
    private final TenantDoor door;
    private final AccessPolicy policy;
    private final Clock clock;

    VisionService(
            PlanService plans,
            NoteReading discussion,
            ThemeRepository themes,
            PhraseRepository phrases,
            AuditService audit,
            TenantDoor door,
            AccessPolicy policy,
            Clock clock) {
        this.plans = plans;
        this.discussion = discussion;
        this.themes = themes;
        this.phrases = phrases;
        this.audit = audit;
        this.door = door;
        this.policy = policy;
        this.clock = clock;
    }

    /**
     * The themes and phrases of a plan.
     *
     * @throws NotFoundException if there is no such plan, or it is another owner's
     * @throws ForbiddenException if the actor is neither of the committee nor of the secretariat
     */
    public VisionBoard board(Actor actor, String plan) {
        return door.read(actor, () -> {
            PlanContent content = plans.inForceWithin(actor, plan);
            Plan found = content.plan();
            policy.checkCanSeeVision(actor, found.owner());
            boolean mayKeep = policy.canKeepPlans(actor, found.owner());
            Map<NoteId, Note> notes = discussion.allNotesWithin(actor, content).stream()
                    .collect(Collectors.toMap(Note::id, Function.identity()));
            List<PhraseRow> rows =
                    phrases.ofPlan(found.owner().value(), found.id().value());
            Set<NoteId> quoted = rows.stream()
                    .map(PhraseRow::noteId)
                    .flatMap(Stream::ofNullable)
                    .map(NoteId::new)
                    .collect(Collectors.toSet());
            return new VisionBoard(
                    content,
                    themes.ofPlan(found.owner().value(), found.id().value()).stream()
                            .map(ThemeRow::theme)
                            .toList(),
                    rows.stream().map(row -> phrase(row, notes)).toList(),
                    mayKeep ? waiting(notes, quoted) : List.of(),
                    mayKeep);
        });
    }

    private static List<Note> waiting(Map<NoteId, Note> notes, Set<NoteId> quoted) {
        return notes.values().stream()
                .filter(note -> note.kind() == NoteKind.KEYWORD && !note.isWithdrawn() && !quoted.contains(note.id()))
                .sorted(Comparator.comparing(Note::writtenAt))
                .toList();
    }

    private static Phrase phrase(PhraseRow row, Map<NoteId, Note> notes) {
        UUID noteId = row.noteId();
        NoteId note = noteId == null ? null : new NoteId(noteId);
        return new Phrase(
                row.id(),
                row.themeId(),
                row.text(),
                PhraseSource.valueOf(row.source()),
                note,
                note == null ? row.reference() : origin(notes.get(note)),
                row.quotedByName(),
                row.quotedAt(),
                row.version());
    }

    private static String origin(@Nullable Note note) {
        if (note == null || note.isWithdrawn()) {
            return "取り下げられた意見";
        }
        return "%s（%s・%s）"
                .formatted(
                        note.subject().label(),
                        note.author().whose(),
                        note.fiscalYear().shortLabel());
    }

    /** @throws RefusedException if the title is blank or longer than 100 characters */
    public UUID addTheme(Actor actor, String plan, String title) {
        String checked = title(title);
        UUID id = UUID.randomUUID();
        return keep(actor, plan, found -> {
            themes.insert(found.owner().value(), id, found.id().value(), checked);
            record(actor, found, Deed.ADD_THEME, id);
            return id;
        });
    }

    /**
     * Renames a theme.
     *
     * @throws NotFoundException if the plan has no such theme
     * @throws StaleException if it was changed in between
     */
    public void renameTheme(Actor actor, String plan, UUID theme, long version, String title) {
        String checked = title(title);
        keep(actor, plan, found -> {
            checkTheme(found, theme);
            require(themes.rename(found.owner().value(), theme, version, checked));
            record(actor, found, Deed.RENAME_THEME, theme);
            return theme;
        });
    }

    /** @throws RefusedException if there are phrases under it */
    public void removeTheme(Actor actor, String plan, UUID theme, long version) {
        keep(actor, plan, found -> {
            checkTheme(found, theme);
            boolean filled = phrases.ofPlan(found.owner().value(), found.id().value()).stream()
                    .anyMatch(phrase -> theme.equals(phrase.themeId()));
            if (filled) {
                throw new RefusedException("このテーマには言葉が入っています。先に、ほかのテーマへ移してください。");
            }
            require(themes.remove(found.owner().value(), theme, version));
            record(actor, found, Deed.REMOVE_THEME, theme);
            return theme;
        });
    }

    /**
     * Quotes a phrase.
     *
     * @throws NotFoundException if the note or the theme is not of this plan, or the actor may not see it
     * @throws RefusedException if the phrase is blank or too long, or says not where it is from
     */
    public UUID quote(Actor actor, String plan, NewPhrase phrase) {
        String text = TypedText.required(TextKind.PHRASE, "text", "言葉", phrase.text(), "取り上げる言葉を書いてください。");
        UUID id = UUID.randomUUID();
        return keep(actor, plan, found -> {
            checkTheme(found, phrase.theme());
            PhraseSource source = PhraseSource.OTHER;
            UUID note = null;
            String reference = "";
            switch (phrase.origin()) {
                case NewPhrase.Origin.FromNote from -> {
                    if (!discussion.note(actor, from.note()).plan().equals(found.slug())) {
                        throw new NotFoundException();
                    }
                    source = PhraseSource.NOTE;
                    note = from.note().value();
                }
                case NewPhrase.Origin.FromSurvey from -> {
                    source = PhraseSource.SURVEY;
                    reference = reference("survey", from.reference());
                }
                case NewPhrase.Origin.FromElsewhere from -> reference = reference("reference", from.reference());
            }
            phrases.insert(
                    found.owner().value(),
                    id,
                    found.id().value(),
                    phrase.theme(),
                    text,
                    source.name(),
                    note,
                    reference,
                    actor.displayName(),
                    clock.instant());
            record(actor, found, Deed.QUOTE_PHRASE, id);
            return id;
        });
    }

    /**
     * Moves a phrase under another theme.
     *
     * @param theme none to take it out of all
     * @throws StaleException if it was changed in between
     */
    public void move(Actor actor, String plan, UUID phrase, long version, @Nullable UUID theme) {
        keep(actor, plan, found -> {
            checkPhrase(found, phrase);
            checkTheme(found, theme);
            require(phrases.move(found.owner().value(), phrase, version, theme));
            record(actor, found, Deed.MOVE_PHRASE, phrase);
            return phrase;
        });
    }

    /** @throws StaleException if it was changed in between */
    public void remove(Actor actor, String plan, UUID phrase, long version) {
        keep(actor, plan, found -> {
            checkPhrase(found, phrase);
            require(phrases.remove(found.owner().value(), phrase, version));
            record(actor, found, Deed.REMOVE_PHRASE, phrase);
            return phrase;
        });
    }

    private UUID keep(Actor actor, String plan, Function<Plan, UUID> work) {
        return door.write(actor, () -> {
            Plan found = plans.inForceWithin(actor, plan).plan();
            policy.checkCanKeepPlans(actor, found.owner());
            return work.apply(found);
        });
    }

    private void checkPhrase(Plan plan, UUID phrase) {
        if (phrases.ofPlan(plan.owner().value(), plan.id().value()).stream()
                .noneMatch(known -> known.id().equals(phrase))) {
            throw new NotFoundException();
        }
    }

    private void checkTheme(Plan plan, @Nullable UUID theme) {
        if (theme != null
                && themes.ofPlan(plan.owner().value(), plan.id().value()).stream()
                        .noneMatch(known -> known.id().equals(theme))) {
            throw new NotFoundException();
        }
    }

    private static String title(String title) {
        return TypedText.required(
                TextKind.THEME, "title", "テーマの名前", title, "テーマの名前を1〜%d字で書いてください。".formatted(TextKind.THEME.most()));
    }

    private static String reference(String field, String reference) {
        return TypedText.required(TextKind.NAME, field, "どこから取った言葉か", reference, "どこから取った言葉かを書いてください。例：住民アンケート 問12");
    }

    private static void require(long changed) {
        if (changed == 0) {
            throw new StaleException();
        }
    }

    private void record(Actor actor, Plan plan, Deed action, UUID subject) {
        audit.recordWithin(
                actor,
                plan.owner(),
                List.of(new Change(
                        action,
                        SubjectKind.VISION,
                        subject.toString(),
                        plan.id().value(),
                        null,
                        Map.of(),
                        Map.of(),
                        null)));
    }
}
