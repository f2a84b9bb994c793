package jp.kyosei.backend.understanding.question;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What people answered.
 *
 * @param codes the code of the choice, by the question's key
 */
public record Answers(Map<String, String> codes) {
    public static final Answers NONE = new Answers(Map.of());

    public Answers {
        codes = Map.copyOf(codes);
    }

    /** The code of the choice that was taken; empty where nobody has answered. */
    public Optional<String> to(String key) {
        return Optional.ofNullable(codes.get(key));
    }

    /** These and further ones, which count where both say something. */
    public Answers and(Answers more) {
        Map<String, String> all = new HashMap<>(codes);
        all.putAll(more.codes());
        return new Answers(all);
    }
}
