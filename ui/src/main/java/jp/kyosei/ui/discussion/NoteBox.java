package jp.kyosei.ui.discussion;

import com.vaadin.flow.component.ClientCallable;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.dependency.CssImport;
import com.vaadin.flow.component.dependency.JsModule;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import jp.kyosei.backend.discussion.NoteKind;
import jp.kyosei.backend.discussion.Visibility;
import jp.kyosei.backend.discussion.Writing;
import jp.kyosei.backend.discussion.markup.NoteText;
import jp.kyosei.backend.tenancy.ForbiddenException;
import jp.kyosei.backend.tenancy.NotFoundException;
import jp.kyosei.backend.tenancy.OwnerKind;
import jp.kyosei.backend.tenancy.RefusedException;
import jp.kyosei.backend.tenancy.StaleException;
import org.jspecify.annotations.Nullable;

/**
 * The box in which a note or a reply is written, or changed. What is typed stays in the browser until the server has
 * confirmed it; what becomes of it is the desk's.
 */
@Tag("kyosei-note-box")
@JsModule("./discussion/kyosei-note-box.ts")
@CssImport("./discussion/note.css")
public final class NoteBox extends Component {
    /** What was typed; kind and visibility are null where the box offers none. */
    public record Typed(@Nullable NoteKind kind, @Nullable Visibility visibility, String text) {}

    /**
     * What became of it.
     *
     * @param accepted whether the server has it now, so that the browser may forget it
     * @param message in Japanese, shown at the box
     */
    public record Answer(boolean accepted, String message) {
        public static Answer accepted(String message) {
            return new Answer(true, message);
        }

        public static Answer refused(String message) {
            return new Answer(false, message);
        }

        /** Does it, or says at the box why it was refused; what was typed stays there. */
        public static Answer of(Runnable work, String message) {
            try {
                work.run();
                return accepted(message);
            } catch (RefusedException | ForbiddenException | IllegalArgumentException e) {
                return refused(Optional.ofNullable(e.getMessage()).orElse("送れませんでした。"));
            } catch (StaleException e) {
                return refused("ほかの画面で先に変わっています。画面を開き直して、確かめてください。");
            } catch (NotFoundException e) {
                return refused("この意見は、いまは開けません。画面を開き直して、確かめてください。");
            }
        }
    }

    /** One of several to choose from, with what it means. */
    public record Choice(String value, String label, String meaning) {}

    /**
     * What the box shows; the names are those that {@code discussion/kyosei-note-box.ts} reads.
     *
     * @param key under which the browser keeps what is not sent, unique to person and place
     * @param label what is to be written, as the name of the field
     * @param kinds to choose from; empty where there is nothing to choose
     * @param visibilities to choose from, the usual one first; empty where there is nothing to choose
     * @param kind chosen at first; empty where there is nothing to choose
     * @param text what is there at first
     * @param mayCancel whether the box can be closed without sending
     * @param refusal why nothing can be written now; empty where it can
     * @param limit the most characters
     */
    public record Content(
            String key,
            String label,
            String hint,
            List<Choice> kinds,
            List<Choice> visibilities,
            String kind,
            String text,
            String send,
            boolean mayCancel,
            String refusal,
            int limit) {
        public Content {
            kinds = List.copyOf(kinds);
            visibilities = List.copyOf(visibilities);
        }

        /** A new note. */
        public static Content ofNote(String key, Writing writing, OwnerKind owner) {
            return new Content(
                    key,
                    "気づいたこと、聞きたいこと",
                    "",
                    allKinds(),
                    choices(writing.visibilities(), owner),
                    NoteKind.OPINION.name(),
                    "",
                    "送る",
                    false,
                    writing.allowed() ? "" : writing.refusal(),
                    NoteText.MAX_LENGTH);
        }

        /** A reply; where it answers, the label should say for whom. */
        public static Content ofReply(String key, String label, String text) {
            return new Content(key, label, "", List.of(), List.of(), "", text, "送る", true, "", NoteText.MAX_LENGTH);
        }

        /** A change of a note. */
        public static Content ofChange(String key, NoteKind kind, String text) {
            return new Content(
                    key,
                    "意見・質問を直す",
                    "",
                    allKinds(),
                    List.of(),
                    kind.name(),
                    text,
                    "直したものを送る",
                    true,
                    "",
                    NoteText.MAX_LENGTH);
        }
    }

    /**
     * The key of what is not sent yet.
     *
     * @param username whose it is
     * @param place plan, year and thing
     */
    public static String draftKey(String username, Object... place) {
        return Stream.concat(Stream.of(username), Stream.of(place).map(Object::toString))
                .map(part -> part.replace("%", "%25").replace("/", "%2F"))
                .reduce("kyosei.note", (whole, part) -> whole + "/" + part);
    }

    private static final String FORGET = """
            try {
              const draft = JSON.parse(localStorage.getItem($0) ?? 'null');
              if (draft?.text === $1) localStorage.removeItem($0);
            } catch { /* Then nothing was kept. */ }
            """;

    private final Function<Typed, Answer> desk;
    private final Runnable cancelled;
    private String key = "";

    public NoteBox(Function<Typed, Answer> desk) {
        this(desk, () -> {});
    }

    /** @param cancelled called when the person closes the box without sending */
    public NoteBox(Function<Typed, Answer> desk, Runnable cancelled) {
        this.desk = desk;
        this.cancelled = cancelled;
    }

    public void setContent(Content content) {
        key = content.key();
        getElement().setPropertyBean("content", content);
    }

    /** Puts the cursor into the text. */
    public void focusText() {
        getElement().executeJs("this.updateComplete.then(() => this.focusText())");
    }

    @ClientCallable
    Answer send(Typed typed) {
        UI ui = UI.getCurrentOrThrow();
        String sent = key;
        Answer answer = desk.apply(typed);
        if (answer.accepted()) {
            // The desk may have taken the box away, which then hears no answer.
            ui.getPage().executeJs(FORGET, sent, typed.text());
        }
        return answer;
    }

    @ClientCallable
    void cancel() {
        cancelled.run();
    }

    private static List<Choice> allKinds() {
        return Stream.of(NoteKind.values())
                .map(kind -> new Choice(kind.name(), kind.label(), meaning(kind)))
                .toList();
    }

    private static String meaning(NoteKind kind) {
        return switch (kind) {
            case QUESTION -> "分からないこと、知りたいことを聞きます。事務局や担当課が回答します。";
            case OPINION -> "思ったこと、気づいたことを伝えます。";
            case PROPOSAL -> "こうしてはどうか、という案を出します。";
            case KEYWORD -> "将来の姿を表す、短いことばを書きます。次の計画をつくるときに使います。";
        };
    }

    /** The visibilities as choices, with what each means in an owner of that kind. */
    public static List<Choice> choices(Collection<Visibility> visibilities, OwnerKind owner) {
        return visibilities.stream()
                .map(visibility -> new Choice(visibility.name(), visibility.labelIn(owner), meaning(visibility, owner)))
                .toList();
    }

    private static String meaning(Visibility visibility, OwnerKind owner) {
        return switch (visibility) {
            case COUNCIL -> "委員と事務局だけが読みます。";
            case MEMBERS -> owner == OwnerKind.MUNICIPALITY ? "委員と事務局のほか、庁内の担当課も読みます。" : "委員と事務局のほか、構成市町の担当課も読みます。";
            case PUBLIC -> "計画を見る人みんなが読みます。公表する資料にも載ります。";
        };
    }
}
