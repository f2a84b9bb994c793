package jp.kyosei.ui.importing;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.AnchorTarget;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.server.streams.DownloadEvent;
import com.vaadin.flow.server.streams.DownloadHandler;
import java.io.IOException;
import java.util.function.Supplier;
import jp.kyosei.backend.importing.inbox.DataImport;
import jp.kyosei.backend.tenancy.NotFoundException;
import jp.kyosei.backend.tenancy.RefusedException;

/** The person's own file with each remark at its cell, to be saved; made when it is asked for. */
final class AnnotatedFile extends Paragraph {
    /** @param read makes it, with the rights of that moment */
    AnnotatedFile(DataImport found, Supplier<byte[]> read) {
        Anchor link = new Anchor();
        link.setText("指摘をセルのコメントに書き込んだExcelを保存する");
        link.setHref((DownloadHandler) event -> send(found, read, event));
        link.setTarget(AnchorTarget.BLANK);
        link.setRouterIgnore(true);
        add(link);
    }

    private static void send(DataImport found, Supplier<byte[]> read, DownloadEvent event) throws IOException {
        byte[] content;
        try {
            content = read.get();
        } catch (NotFoundException | RefusedException e) {
            event.getResponse().sendError(404, "");
            return;
        }
        event.setFileName(found.annotatedName());
        event.setContentType("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
        event.setContentLength(content.length);
        event.getResponse().setHeader("Cache-Control", "private, no-store");
        event.getOutputStream().write(content);
    }
}
