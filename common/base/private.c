#include "base/private.h"

#include <errno.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

static bool refuse(struct diag *diag, const char *path, const char *why)
{
    diag_at(diag, SEVERITY_ERROR, STATUS_SYSTEM, (struct place){path, 0, 0}, "sleutel-bestand",
            "%s", why);
    return false;
}

static void cannot(struct diag *diag, const char *path, const char *why)
{
    diag_at(diag, SEVERITY_ERROR, STATUS_SYSTEM, (struct place){path, 0, 0}, "bestand", "%s", why);
}

static bool is_private(int fd, const char *path, const char *if_seen, struct diag *diag)
{
    struct stat file;

    if (fstat(fd, &file) != 0) {
        cannot(diag, path, diag_errno(errno));
        return false;
    }
    if (!S_ISREG(file.st_mode))
        return refuse(diag, path, "dit is geen gewoon bestand");
    if (file.st_uid != geteuid())
        return refuse(diag, path, "dit bestand is van een ander. Neem een bestand van uzelf");
    if (!(file.st_mode & (S_IRWXG | S_IRWXO | S_IXUSR)))
        return true;
    diag_at(diag, SEVERITY_ERROR, STATUS_SYSTEM, (struct place){path, 0, 0}, "sleutel-bestand",
            "dit bestand moet rechten 600 hebben: chmod 600. %s", if_seen);
    return false;
}

int private_open(const char *path, const char *if_seen, struct diag *diag)
{
    int fd = open(path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK | O_NOCTTY);

    if (fd < 0)
        cannot(diag, path,
               errno == ELOOP ? "dit is een koppeling; noem het bestand zelf" : diag_errno(errno));
    else if (!is_private(fd, path, if_seen, diag)) {
        close(fd);
        fd = -1;
    }
    return fd;
}
