package jp.kyosei.ui.leaving;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.progressbar.ProgressBar;
import com.vaadin.flow.server.streams.DownloadEvent;
import com.vaadin.flow.server.streams.DownloadHandler;
import com.vaadin.flow.shared.Registration;
import java.io.IOException;
import java.time.format.DateTimeFormatter;
import java.util.List;
import jp.kyosei.backend.clock.JapanTime;
import jp.kyosei.backend.leaving.order.ArchiveOrder;
import jp.kyosei.backend.leaving.order.ArchiveService;
import jp.kyosei.backend.leaving.order.ArchiveState;
import jp.kyosei.backend.tenancy.ForbiddenException;
import jp.kyosei.backend.tenancy.NotFoundException;
import jp.kyosei.ui.form.AskPlace;
import jp.kyosei.ui.session.CurrentActor;

/** Orders an archive, shows how far it has come, and gives what is ready. Looks again for as long as one is being made. */
final class ArchiveBox extends Section {
    private static final int LOOK_AGAIN_MILLIS = 1500;
    private static final int NOT_FOUND = 404;
    private static final long KILOBYTE = 1024;
    private static final DateTimeFormatter MOMENT = JapanTime.moments("M月d日 H:mm");

    private final transient ArchiveService archives;
    private final transient CurrentActor current;
    private final String owner;
    private final AskPlace said = new AskPlace();
    private final Div list = new Div();
    private transient Registration polling = () -> {};
    private boolean waiting;

    ArchiveBox(ArchiveService archives, CurrentActor current, String owner) {
        this.archives = archives;
        this.current = current;
        this.owner = owner;
        addClassName("leaving-archive");
        Button order = new Button("すべてのデータを書き出す", click -> order());
        order.addClassNames("button", "primary");
        order.setDisableOnClick(false);
        add(
                new H2("データの書出し"),
                new Paragraph("計画と版、実績値、評価文、意見と添付ファイル、懇談会と資料、変更の履歴など、この団体のすべてのデータを一つの ZIP ファイルにします。"
                        + "中身は表ごとの CSV と JSON で、列の説明が付いています。画面を閉じても作成は続きます。できたファイルは7日間受け取れます。"),
                order,
                said,
                list);
        show(archives.orders(current.require(), owner));
    }

    private void order() {
        said.attempt(() -> {
            archives.order(current.require(), owner);
            return "書出しを受け付けました。できあがるとここに表示されます。";
        });
        look();
    }

    private void look() {
        show(archives.orders(current.require(), owner));
    }

    private void show(List<ArchiveOrder> orders) {
        list.removeAll();
        if (!orders.isEmpty()) {
            list.add(new UnorderedList(orders.stream().map(this::item).toArray(ListItem[]::new)));
        }
        waiting = orders.stream().anyMatch(order -> order.state().isOpen());
        getUI().ifPresent(ui -> ui.setPollInterval(waiting ? LOOK_AGAIN_MILLIS : -1));
    }

    private ListItem item(ArchiveOrder order) {
        ListItem item = new ListItem();
        String asked = "%s（%s）".formatted(MOMENT.format(order.orderedAt()), order.orderedByName());
        switch (order.state()) {
            case READY -> {
                Anchor file = new Anchor();
                file.setHref((DownloadHandler) event -> send(order, event));
                file.setRouterIgnore(true);
                file.setText("%sのデータ（ZIP、%s）".formatted(asked, size(order.size())));
                item.add(file);
            }
            case WAITING, MAKING -> {
                ProgressBar bar = new ProgressBar(0, 1, order.share());
                bar.setIndeterminate(order.state() == ArchiveState.WAITING);
                bar.getElement().setAttribute("aria-label", "書出しの進み具合");
                item.add(
                        new Paragraph("%s … %s（%d / %d）"
                                .formatted(asked, order.state().label(), order.stepsDone(), order.steps())),
                        bar);
            }
            case FAILED ->
                item.setText(
                        "%s … %s。もう一度書き出してください。".formatted(asked, order.state().label()));
        }
        return item;
    }

    private static String size(long bytes) {
        return bytes < KILOBYTE * KILOBYTE
                ? "%,dKB".formatted(Math.max(1, bytes / KILOBYTE))
                : "%,dMB".formatted(bytes / KILOBYTE / KILOBYTE);
    }

    /** With the rights of that moment: who may no longer have it gets nothing by an old link. */
    private void send(ArchiveOrder order, DownloadEvent event) throws IOException {
        ArchiveService.Opened opened;
        try {
            opened = archives.open(current.require(), owner, order.id());
        } catch (NotFoundException | ForbiddenException e) {
            event.getResponse().sendError(NOT_FOUND, "");
            return;
        }
        event.setFileName(opened.name());
        event.setContentType("application/zip");
        event.setContentLength(opened.size());
        event.getResponse().setHeader("Cache-Control", "private, no-store");
        event.getResponse().setHeader("X-Content-Type-Options", "nosniff");
        opened.sendTo(event.getOutputStream());
    }

    @Override
    protected void onAttach(AttachEvent event) {
        event.getUI().setPollInterval(waiting ? LOOK_AGAIN_MILLIS : -1);
        polling = event.getUI().addPollListener(poll -> look());
    }

    @Override
    protected void onDetach(DetachEvent event) {
        polling.remove();
        event.getUI().setPollInterval(-1);
    }
}
