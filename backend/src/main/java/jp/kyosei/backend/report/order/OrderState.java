package jp.kyosei.backend.report.order;

/** How far an order has come. */
public enum OrderState {
    MAKING("作成中"),
    READY("完成"),
    FAILED("作成できませんでした");

    private final String label;

    OrderState(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
