package jp.kyosei.backend.publishing;

/** Where a fiscal year stands with the public. */
public enum PublicationState {
    UNPUBLISHED("未公開"),
    PUBLISHED("公開中"),
    WITHDRAWN("取り下げ");

    private final String label;

    PublicationState(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
