package jp.kyosei.backend.api.staffing;

import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import jp.kyosei.backend.owners.department.Department;
import jp.kyosei.backend.owners.department.WorkKind;
import jp.kyosei.backend.staffing.Transfer;
import jp.kyosei.backend.staffing.TransferPreview;
import jp.kyosei.backend.staffing.TransferState;
import jp.kyosei.backend.staffing.plan.Gap;
import jp.kyosei.backend.staffing.plan.PersonMove;
import jp.kyosei.backend.staffing.plan.Post;
import jp.kyosei.backend.staffing.plan.WorkMove;
import jp.kyosei.backend.tenancy.Role;
import org.jspecify.annotations.Nullable;

/** Changes of staff as REST answers them. */
final class TransferViews {
    private TransferViews() {}

    /** The latest changes, the newest day first. */
    @Serdeable
    record TransfersView(String owner, List<TransferView> transfers) {}

    /** @param settledBy who took it back, or in whose name it was carried out */
    @Serdeable
    record TransferView(
            String id,
            LocalDate effectiveOn,
            TransferState state,
            List<PersonView> people,
            List<WorkView> work,
            String reason,
            String preparedBy,
            Instant preparedAt,
            @Nullable String settledBy,
            @Nullable Instant settledAt) {
        static TransferView of(Transfer one) {
            return new TransferView(
                    one.id().value().toString(),
                    one.day(),
                    one.state(),
                    one.people().stream().map(PersonView::of).toList(),
                    one.work().stream().map(WorkView::of).toList(),
                    one.reason(),
                    one.preparedByName(),
                    one.preparedAt(),
                    one.settledByName(),
                    one.settledAt());
        }
    }

    /** @param gaps what would be left without anybody, in Japanese */
    @Serdeable
    record PreviewView(List<PersonView> people, List<WorkView> work, List<String> gaps) {
        static PreviewView of(TransferPreview preview) {
            return new PreviewView(
                    preview.people().stream().map(PersonView::of).toList(),
                    preview.work().stream().map(WorkView::of).toList(),
                    preview.gaps().stream().map(Gap::words).toList());
        }
    }

    /** What changes for a person. */
    @Serdeable
    record PersonView(String person, String displayName, List<PostView> ends, List<PostView> begins) {
        static PersonView of(PersonMove move) {
            return new PersonView(
                    move.person().value().toString(),
                    move.displayName(),
                    move.ends().stream().map(PostView::of).toList(),
                    move.begins().stream().map(PostView::of).toList());
        }
    }

    /** @param department its code; none for the whole owner */
    @Serdeable
    record PostView(Role role, @Nullable String department) {
        static PostView of(Post post) {
            Department department = post.department();
            return new PostView(post.role(), department == null ? null : department.code());
        }
    }

    /** @param count how many there are, or have gone */
    @Serdeable
    record WorkView(WorkKind kind, String from, String to, int count) {
        static WorkView of(WorkMove move) {
            return new WorkView(move.kind(), move.from().code(), move.to().code(), move.count());
        }
    }
}
