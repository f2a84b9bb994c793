package jp.kyosei.ui.importing;

import jp.kyosei.backend.importing.inbox.ImportId;

/** The addresses of an owner's imports below the server, without a leading slash. */
public record ImportAddress(String owner) {
    public String list() {
        return "owners/" + owner + "/imports";
    }

    public String one(ImportId id) {
        return list() + "/" + id.value();
    }
}
